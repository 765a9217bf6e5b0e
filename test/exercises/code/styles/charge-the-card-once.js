class Teller {
  #charges;

  constructor(charges) {
    this.#charges = charges;
  }

  charge(order) {
    return this.#charges.update(order, undefined, { key: order });
  }
}

export async function handle(message, { work, charges, log }) {
  await work();
  const isFirst = await new Teller(charges).charge(message.id);
  if (!isFirst) log('charged before', message.id);
  await message.delete();
}
