export const a=e=>e*2;export const b={init(e){return e}};const mixpanel=class{track(){}};new mixpanel().track();
