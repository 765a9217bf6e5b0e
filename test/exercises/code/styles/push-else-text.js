const byPushElseText = ({ push, sms }) =>
  push.call({ timeout: 900 }).then(
    () => 'push',
    () => sms.call().then(() => 'sms'),
  );

export async function handle(message, services) {
  const { told, work } = services;
  if (!(await told.get(message.id))) {
    await work();
    await told.putIfAbsent(message.id, await byPushElseText(services));
  }
  return message.delete();
}
