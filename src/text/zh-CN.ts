export { zhCN } from './text.js';
