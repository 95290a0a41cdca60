import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { CHANGE_CLASSES, DIRECTIONS } from '../../wording/change.ts';
import type { Finding } from '../ranked-findings.ts';

/** How the text is shown, and what of it; the filters appear only where a script can serve them. */
export function filters(findings: readonly Finding[]): ElementContent {
  const classes = new Set(findings.map(({ change }) => change.class));
  const directions = new Set(findings.map(({ change }) => change.direction));
  return h('div.controls', [
    h('fieldset', [
      h('legend', 'Old and new'),
      radio('inline', 'in one text', true),
      radio('side', 'side by side', false),
    ]),
    h('div.controls', { id: 'filters', hidden: true }, [
      boxes(
        'class',
        'Class',
        CHANGE_CLASSES.filter((name) => classes.has(name)),
      ),
      boxes(
        'direction',
        'Direction',
        DIRECTIONS.filter((name) => directions.has(name)),
      ),
      h('button', { type: 'button', id: 'fold' }, 'Fold or unfold all'),
      h('output', { id: 'shown', ariaLive: 'polite' }),
    ]),
  ]);
}

const radio = (id: string, text: string, checked: boolean): ElementContent =>
  h('label', [h('input', { type: 'radio', name: 'view', id, checked }), ` ${text}`]);

const boxes = (name: string, legend: string, values: readonly string[]): ElementContent =>
  h('fieldset', [
    h('legend', legend),
    ...values.map((value) =>
      h('label', [h('input', { type: 'checkbox', name, value, checked: true }), ` ${value}`]),
    ),
  ]);
