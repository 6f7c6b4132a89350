import { defineErrors } from '@redress/core'

/** The catalogue of supervision. */
export const supervisionErrors = defineErrors({
  ON_BEHALF_MISSING: [
    'invalid',
    () => 'The host itself acts for a unit here: name it in `onBehalfOf`. An officer acts for the own unit.',
  ],
  NOT_A_SUPERVISOR: [
    'not-allowed',
    (d: { unit: string; target: string }) =>
      `'${d.unit}' does not supervise '${d.target}'. A unit above it does, or the petition office of one (信访工作条例 2022 Art. 38–40).`,
  ],
  SUPERVISED_UNIT_MISSING: [
    'invalid',
    () => 'Supervision is of a case or of the practice of a unit. Give `case`, `unit`, or both.',
  ],
  SUPERVISED_UNIT_NOT_INVOLVED: [
    'invalid',
    (d: { unit: string }) => `'${d.unit}' has no part in this case. Name a unit that has, or leave it out.`,
  ],
  SUPERVISION_UNFINISHED: [
    'not-allowed',
    (d: { open: readonly string[] }) =>
      `It cannot end as remedied while this is open: ${d.open.join(', ')}. Finish it, or close with another result.`,
  ],
  PROPOSAL_TO_ITSELF: ['invalid', (d: { unit: string }) => `'${d.unit}' cannot make a proposal to itself.`],
  PROPOSAL_ABOUT_MISSING: [
    'invalid',
    () => 'A proposal to pursue responsibility says whose: name units or persons in `about`.',
  ],
  PROPOSAL_ABOUT_NOBODY: [
    'invalid',
    (d: { type: string }) => `\`about\` is for proposals to pursue responsibility, not for '${d.type}'.`,
  ],
  UPTAKE_REASONS_MISSING: [
    'invalid',
    (d: { uptake: string }) =>
      `'${d.uptake}' needs \`reasons\` (信访条例 2005 Art. 36 ¶2; 信访工作条例 2022 Art. 40 ¶4).`,
  ],
  NOT_DEIDENTIFIED: [
    'invalid',
    (d: { found: readonly string[] }) =>
      `The text to publish tells who somebody is: ${d.found.join(', ')}. Write it without.`,
  ],
  SAMPLE_EMPTY: [
    'invalid',
    (d: { unit: string; from: string; to: string }) =>
      `There is no closed case of '${d.unit}' from ${d.from} to ${d.to} that you may inspect. Choose another unit or time.`,
  ],
  CASE_NOT_SAMPLED: ['invalid', () => 'This case was not drawn. Record only what was drawn.'],
  CASE_CHECKED_ALREADY: ['conflict', () => 'This case has been checked or set aside already.'],
  CHECKLIST_DIFFERS: [
    'invalid',
    (d: { missing: readonly string[]; unknown: readonly string[] }) =>
      `Each item of the checklist takes one answer. Missing: ${d.missing.join(', ') || 'none'}; unknown: ${d.unknown.join(', ') || 'none'}.`,
  ],
  INSPECTOR_HANDLED: [
    'not-allowed',
    () => 'Whoever has handled a case does not inspect it. Let another officer check it.',
  ],
  URGENT_RECIPIENT_MISSING: [
    'invalid',
    (d: { unit: string }) =>
      `The organisation knows nobody above '${d.unit}' to report to. Name the body in \`also\` (信访工作条例 2022 Art. 25).`,
  ],
  NOT_A_RECIPIENT: [
    'not-allowed',
    (d: { unit: string }) => `The report was not sent to '${d.unit}', or has been received there already.`,
  ],
})
