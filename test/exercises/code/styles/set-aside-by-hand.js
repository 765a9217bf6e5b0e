const MOST_RECEIVES = 5;

const isHopeless = ({ approximateReceiveCount: count }) => count > MOST_RECEIVES;

export async function handle(message, { work, booked, parked }) {
  if (isHopeless(message)) {
    await parked.put(message.id, { hotel: message.body });
  } else {
    await work();
    await booked.put(message.id, { hotel: message.body });
  }
  await message.delete();
}
