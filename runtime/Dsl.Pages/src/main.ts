// Where the pages begin.
import { createApp } from 'vue';
import App from './App.vue';
import { renewCaller } from './layout/caller';
import { router } from './router';
import './styles/elements';
import './styles/theme.css';
import './styles/base.css';
import './styles/print.css';

// What a page shows depends on who one is; where nobody answers, the page says so itself.
const app = createApp(App).use(router);
void Promise.allSettled([renewCaller(), router.isReady()]).then(() => app.mount('#app'));
