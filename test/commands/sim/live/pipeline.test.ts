import { describe, expect, it } from 'vitest';
import { pipelineOf } from '../../../../src/commands/sim/live/pipeline.ts';
import { SHOP, STREAMS, scenarioOf } from './shop.ts';

const drawn = (text: string) => {
  const { nodes, links } = pipelineOf(scenarioOf(text));
  return { names: nodes.map(({ id }) => id), links: links.map((link) => link.join(' → ')), nodes };
};

describe('the pipeline of a scenario', () => {
  it('has everything that the scenario names, in order of flow', () => {
    const { names, links, nodes } = drawn(SHOP);
    expect(names[0]).toBe('shoppers');
    expect(names[1]).toBe('orders');
    expect(names.toSorted()).toEqual(
      ['courier', 'orders', 'orders-dlq', 'pickers', 'shelf', 'shoppers'].toSorted(),
    );
    expect(links.toSorted()).toEqual([
      'orders → orders-dlq',
      'orders → pickers',
      'pickers → courier',
      'pickers → shelf',
      'shoppers → orders',
    ]);
    expect(nodes.filter((node) => node.isDeadLetterQueue).map(({ id }) => id)).toEqual([
      'orders-dlq',
    ]);
  });

  it('knows topics, logs, pushes, what is handed on, and what a topic gave up on', () => {
    const { names, links, nodes } = drawn(STREAMS);
    expect(links.toSorted()).toEqual([
      'clicks → archive',
      'clicks → counters',
      'counters → views',
      'editors → news',
      'mail → postmen',
      'news → mail',
      'news → mail-dlq',
      'news → radio',
      'postmen → clicks',
      'visitors → clicks',
    ]);
    const place = (name: string) => names.indexOf(name);
    for (const link of links) {
      const [from = '', to = ''] = link.split(' → ');
      expect(place(from)).toBeLessThan(place(to));
    }
    expect(nodes.find(({ id }) => id === 'mail-dlq')?.isDeadLetterQueue).toBe(true);
  });

  it('takes a link that closes a circle for a way back', () => {
    const { names, links } = drawn(
      SHOP.replace(
        '      - delete',
        '      - send: orders-dlq\n      - delete\n  menders: { receivesFrom: orders-dlq, steps: [{ send: orders }, delete] }',
      ),
    );
    const back = links.filter((link) => {
      const [from = '', to = ''] = link.split(' → ');
      return names.indexOf(from) > names.indexOf(to);
    });
    expect(back).toEqual(['menders → orders']);
  });

  it('draws services that call each other in turn', () => {
    const { links } = drawn(
      SHOP.replace('services: {', 'services: { depot: {}, van: { calls: [depot] }, '),
    );
    expect(links).toContain('van → depot');
  });
});
