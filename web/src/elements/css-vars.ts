/** Sets custom properties on an element, which the strict policy allows, unlike a `style` attribute. */
import {noChange} from 'lit';
import {Directive, PartType, directive, type ElementPart, type PartInfo} from 'lit/directive.js';

type Vars = Readonly<Record<`--${string}`, string>>;

class CssVars extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cssVars stands where an attribute would');
  }

  render(_vars: Vars): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [vars]: [Vars]): typeof noChange {
    const {style} = part.element as HTMLElement;
    for (const [name, value] of Object.entries(vars)) style.setProperty(name, value);
    return noChange;
  }
}

/** `<div ${cssVars({'--share': '40%'})}>` */
export const cssVars = directive(CssVars);
