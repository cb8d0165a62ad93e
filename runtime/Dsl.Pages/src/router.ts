// The addresses of the pages. The service answers each of their first parts with the same document (see PageEndpoints).
import { createRouter, createWebHistory } from 'vue-router';
import StartView from './views/start/StartView.vue';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/', component: StartView, meta: { title: '首页' },
      // Where the identity service leads back to when it did not let one in.
      beforeEnter: (to) => (to.query['sign-in'] === 'failed' ? { path: '/sign-in', query: { failed: 'identity' } } : true),
    },
    { path: '/enterprise', component: () => import('./views/enterprise/FormView.vue'), meta: { title: '企业测算' } },
    { path: '/enterprise/result', component: () => import('./views/enterprise/ResultView.vue'), meta: { title: '测算结果' } },
    { path: '/enterprise/notice', component: () => import('./views/enterprise/NoticeView.vue'), meta: { title: '告知单' } },
    { path: '/policies', component: () => import('./views/policies/PoliciesView.vue'), meta: { title: '政策' } },
    { path: '/policies/:number', component: () => import('./views/policies/PolicyView.vue'), meta: { title: '政策原文' } },
    { path: '/officer', component: () => import('./views/officer/RunsView.vue'), meta: { title: '全部企业测算' } },
    { path: '/officer/runs/:id', component: () => import('./views/officer/RunView.vue'), meta: { title: '一次测算' } },
    { path: '/officer/runs/:id/distribution', component: () => import('./views/inspection/DivisionView.vue'), meta: { title: '测算的分布' } },
    { path: '/officer/runs/:id/clause', component: () => import('./views/inspection/ClauseDivision.vue'), meta: { title: '一个条款的主体' } },
    { path: '/officer/runs/:id/subject', component: () => import('./views/inspection/FoundSubject.vue'), meta: { title: '一个主体的推导' } },
    { path: '/officer/curves', component: () => import('./views/curves/CurvesView.vue'), meta: { title: '参数试算' } },
    { path: '/officer/curves/:id', component: () => import('./views/curves/CurveView.vue'), meta: { title: '一次参数试算' } },
    { path: '/officer/compare', component: () => import('./views/officer/CompareView.vue'), meta: { title: '两次测算比较' } },
    { path: '/officer/drafts', component: () => import('./views/officer/DraftsView.vue'), meta: { title: '政策草稿' } },
    { path: '/officer/decisions', component: () => import('./views/publishing/DecisionsView.vue'), meta: { title: '核定' } },
    { path: '/officer/publications', component: () => import('./views/publishing/PublicationsView.vue'), meta: { title: '公布' } },
    { path: '/officer/publications/:id', component: () => import('./views/publishing/PublicationView.vue'), meta: { title: '一次公布' } },
    { path: '/officer/ledger', component: () => import('./views/publishing/LedgerView.vue'), meta: { title: '台账' } },
    { path: '/officer/audit', component: () => import('./views/audit/AuditView.vue'), meta: { title: '审计' } },
    { path: '/sign-in', component: () => import('./views/account/SignInView.vue'), meta: { title: '登录' } },
    { path: '/sign-in/password', component: () => import('./views/account/PasswordView.vue'), meta: { title: '设置密码' } },
    { path: '/sign-in/authenticator', component: () => import('./views/account/AuthenticatorView.vue'), meta: { title: '动态口令' } },
    { path: '/:other(.*)*', component: () => import('./views/start/LostView.vue'), meta: { title: '没有这一页' } },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash === '' ? { top: 0 } : { el: to.hash }),
});

router.afterEach((to) => {
  document.title = `${to.meta.title} · 惠企政策测算`;
});
