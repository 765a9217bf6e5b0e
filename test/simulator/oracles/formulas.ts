/**
 * Queueing theory in closed form. The unit of time is the mean service, so a load is the arrival rate and also the mean number
 * of busy servers, and a utilisation is the load of one server.
 */

/** Erlang B: the share of customers that finds all servers busy, where nobody waits. Any distribution of services. */
export function erlangB(load: number, servers: number): number {
  let blocked = 1;
  for (let server = 1; server <= servers; server += 1)
    blocked = (load * blocked) / (server + load * blocked);
  return blocked;
}

/** Erlang C: the share of customers that has to wait, M/M/c. */
export function erlangC(load: number, servers: number): number {
  const blocked = erlangB(load, servers);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** Mean wait in line, M/M/c. */
export function meanWait(load: number, servers: number): number {
  return erlangC(load, servers) / (servers - load);
}

/** The share of customers that waits longer than `time`, M/M/c. */
export function waitsLonger(load: number, servers: number, time: number): number {
  return erlangC(load, servers) * Math.exp(-(servers - load) * time);
}

/** Pollaczek and Khinchine: mean wait in line, M/G/1, by the services' second moment. */
export function meanWaitOfAnyService(utilisation: number, secondMoment: number): number {
  return (utilisation * secondMoment) / (2 * (1 - utilisation));
}

/** The share of customers that finds the system full, M/M/1/K: room for `room` customers, the one in service included. */
export function fullShare(utilisation: number, room: number): number {
  return ((1 - utilisation) * utilisation ** room) / (1 - utilisation ** (room + 1));
}

/** Standard error of the mean wait of n successive customers, M/M/1 (D. J. Daley 1968). */
export function errorOfMeanWait(utilisation: number, customers: number): number {
  const rho = utilisation;
  return Math.sqrt((rho * (2 + 5 * rho - 4 * rho ** 2 + rho ** 3)) / (1 - rho) ** 4 / customers);
}
