// Where the pages begin.
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import './styles/elements';
import './styles/theme.css';
import './styles/base.css';
import './styles/print.css';

createApp(App).use(router).mount('#app');
