const SLOT = 52;

export async function handle(message, { provider, limiter, sleep }) {
  let slot = Math.ceil(Date.now() / SLOT);
  while (!(await limiter.putIfAbsent(`slot ${slot}`, message.id))) slot += 1;
  await sleep(Math.max(0, slot * SLOT - Date.now()));
  await provider.call();
  await message.delete();
}
