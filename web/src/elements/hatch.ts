/** The hatching of what is not over or not known, for `fill: url(#hatch)`; once in each picture that uses it. */
import {svg} from 'lit';

export const hatch = svg`<defs>
  <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="stroke" x1="0" y1="0" x2="0" y2="6" stroke-width="2" />
  </pattern>
</defs>`;
