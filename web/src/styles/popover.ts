/** A panel beside the thing it explains; where there is no anchor positioning, in the middle of the window. */
import {css} from 'lit';

export const popover = css`
  [popover] {
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-l);
    background: var(--sheet);
    color: var(--ink);
    padding: var(--space-5);
    width: min(26rem, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow: auto;
    font-size: var(--text-s);
    line-height: var(--leading);
    text-align: left;
    box-shadow: 0 12px 40px rgb(30 22 8 / 16%);
  }
  [popover] .foot {
    display: flex;
    gap: var(--space-2);
    margin-top: var(--space-4);
  }
  @supports (position-area: bottom) {
    [popover] {
      position-anchor: --anchor;
      position-area: bottom span-right;
      margin: 8px 0;
      position-try-fallbacks:
        flip-inline,
        flip-block,
        flip-inline flip-block,
        --middle;
    }
    @position-try --middle {
      position-area: none;
      inset: 0;
      margin: auto;
    }
  }
  @media (max-width: 560px) {
    [popover] {
      position-area: none;
      inset: auto 12px 12px;
      margin: 0 auto;
      width: auto;
    }
  }
`;
