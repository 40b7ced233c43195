import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../reader/fetch-hand.ts';
import { PageHand } from './hand.ts';

/** Comes to pages with marks once a hand is near: sent by the background when the page's reader asks for it. */
export default defineUnlistedScript(() => handOver((options) => new PageHand(options)));
