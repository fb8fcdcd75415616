// The checks of a page, one file each; `links` looks at the whole site and is called by itself.
import * as answer from './answer.mjs';
import * as axe from './axe.mjs';
import * as facets from './facets.mjs';
import * as layout from './layout.mjs';
import * as menu from './menu.mjs';
import * as origin from './origin.mjs';
import * as scripts from './scripts.mjs';

export const ALL = [origin, scripts, answer, facets, layout, menu, axe];
