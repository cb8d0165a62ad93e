// A document that a page waits for: not yet there, there, or the reason why not.
import { ref, shallowRef, type Ref } from 'vue';
import { ApiProblem } from '../api/problems';

export interface Loading<T> {
  value: Ref<T | undefined>;
  problem: Ref<ApiProblem | undefined>;
  isBusy: Ref<boolean>;
  load: () => Promise<void>;
}

/** Something that is fetched, now and again. */
export function useLoading<T>(fetch: () => Promise<T>): Loading<T> {
  const value = shallowRef<T>();
  const problem = ref<ApiProblem>();
  const isBusy = ref(false);
  const load = async (): Promise<void> => {
    isBusy.value = true;
    try {
      value.value = await fetch();
      problem.value = undefined;
    } catch (error) {
      problem.value = ApiProblem.from(error);
    } finally {
      isBusy.value = false;
    }
  };
  return { value, problem, isBusy, load };
}
