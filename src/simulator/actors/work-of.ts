import type { ConsumerSettings } from '../settings/consumer.ts';
import { ProgramWork } from './program-work.ts';
import { Recipe } from './recipe.ts';
import type { Work } from './work.ts';
import type { ActorWorld } from './world.ts';

/** What a consumer does with each job: its steps, or the program that takes their place. */
export function workOf(name: string, settings: ConsumerSettings, world: ActorWorld): Work {
  const program = world.programs?.get(name);
  return program
    ? new ProgramWork(name, settings.steps, program(), world)
    : new Recipe(name, settings.steps, world);
}
