import type { DiagnoseTask, Diagnosis } from '../../domain/exercise.ts';

/** How far a learner has come: places of what was looked at and named, from 0, in order. */
export interface Incident {
  readonly looks: readonly number[];
  readonly causes: readonly number[];
  readonly actions: readonly number[];
}

export const NEW_INCIDENT: Incident = { looks: [], causes: [], actions: [] };

/** To look again at what was seen costs nothing. */
export function look(incident: Incident, place: number): Incident {
  return { ...incident, looks: withPlace(incident.looks, place) };
}

export function nameCause(incident: Incident, place: number): Incident {
  return { ...incident, causes: withPlace(incident.causes, place) };
}

export function chooseAction(incident: Incident, place: number): Incident {
  return { ...incident, actions: withPlace(incident.actions, place) };
}

export function isFound(choices: readonly Diagnosis[], named: readonly number[]): boolean {
  return named.some((place) => choices[place]?.correct);
}

/** Whether both the cause and the action are found. */
export function isOver({ causes, actions }: DiagnoseTask, incident: Incident): boolean {
  return isFound(causes, incident.causes) && isFound(actions, incident.actions);
}

/** Minutes that the incident went on while somebody looked. */
export function minutesUsed({ looks }: DiagnoseTask, incident: Incident): number {
  return incident.looks.reduce((minutes, place) => minutes + (looks[place]?.minutes ?? 0), 0);
}

function withPlace(places: readonly number[], place: number): readonly number[] {
  return places.includes(place) ? places : [...places, place];
}
