// What somebody who may be here can try, all of it in one world: starting one costs more than most attacks.
import './access.js';
import './documents.js';
import './input.js';
import './live.js';
