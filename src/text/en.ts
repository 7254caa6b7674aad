export { en } from './text.js';
