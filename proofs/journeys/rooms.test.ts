// People in rooms, in one world: starting one costs more than they do.
import './removed-member.js';
import './two-people.js';
