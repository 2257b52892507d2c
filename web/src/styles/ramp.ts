/** The steps of the ramp for amounts, each with the ink that is legible on it. */
import {css} from 'lit';

export const ramp = css`
  .s0 {
    --step: var(--ramp-0);
    background: var(--step);
    color: var(--on-ramp-low);
  }
  .s1 {
    --step: var(--ramp-1);
    background: var(--step);
    color: var(--on-ramp-low);
  }
  .s2 {
    --step: var(--ramp-2);
    background: var(--step);
    color: var(--on-ramp-low);
  }
  .s3 {
    --step: var(--ramp-3);
    background: var(--step);
    color: var(--on-ramp-low);
  }
  .s4 {
    --step: var(--ramp-4);
    background: var(--step);
    color: var(--on-ramp-high);
  }
  .s5 {
    --step: var(--ramp-5);
    background: var(--step);
    color: var(--on-ramp-high);
  }
`;
