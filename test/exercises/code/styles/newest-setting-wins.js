async function raise(rooms, room, number) {
  const seen = await rooms.get(room);
  if (seen >= number || (await rooms.update(room, seen, number))) return;
  await raise(rooms, room, number);
}

export async function handle(message, { work, rooms }) {
  const [, room, digits] = /^(\w+):(\d+)$/.exec(message.body);
  await work();
  await raise(rooms, room, Number(digits));
  await message.delete();
}
