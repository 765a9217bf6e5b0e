export async function handle(message, { work, sleep, library }) {
  let isDone = false;
  const working = work().then(() => {
    isDone = true;
  });
  while (!isDone) {
    await Promise.race([working, sleep(12_000)]);
    if (!(isDone || (await message.extend(40)))) return;
  }
  await library.putIfAbsent(message.id, { title: message.body });
  await message.delete();
}
