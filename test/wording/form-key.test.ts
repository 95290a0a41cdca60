import { expect, it } from 'vitest';
import { formKey, formKeys } from '../../src/wording/form-key.ts';

it('a form is known by its words, whatever their case, spelling and typography', () => {
  expect(formKeys('{n} Heads of State')).toEqual(['{n}', 'heads', 'of', 'state']);
  expect(formKeys('the {n} leaders')).toEqual(['the', '{n}', 'leaders']);
  expect(formKeys('up to {n}')).toEqual(['up', 'to', '{n}']);
  expect(formKeys('')).toEqual([]);
  expect(formKey('Organised  Labour')).toBe(formKey('organized labor'));
  expect(formKey('organised labour')).toBe('organized labor');
  expect(formKey('the Union’s {n} states')).toBe(formKey("the Union's {n} States"));
});
