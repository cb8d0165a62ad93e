// What charts of amounts have in common: their life beside an element whose size changes, their colours, names with the unit.
import { init, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { onMounted, onUnmounted, watch, type Ref } from 'vue';

const Colours = ['#1d4f91', '#c77700'];

/** The name of a series with the unit in which it is drawn. */
export const inUnit = (name: string): string => `${name}（万元）`;

/** Draws into an element, again whenever its size or the data change. */
export function useChart(place: Ref<HTMLElement | undefined>, data: () => unknown, series: () => string[], height: () => number | undefined,
  options: () => EChartsCoreOption): void {
  let chart: EChartsType | undefined;
  let watcher: ResizeObserver | undefined;

  function draw(): void {
    const wanted = height();
    chart?.resize(wanted === undefined ? undefined : { height: wanted });
    chart?.setOption({
      animation: false,
      color: Colours,
      legend: { data: series().map(inUnit), left: 0, top: 0, textStyle: { color: '#1c2430' } },
      grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
      ...options(),
    }, { notMerge: true });
  }

  onMounted(() => {
    if (!place.value) return;
    chart = init(place.value, undefined, { renderer: 'canvas' });
    watcher = new ResizeObserver(draw);
    watcher.observe(place.value.parentElement ?? place.value);
  });
  watch(data, draw);
  onUnmounted(() => {
    watcher?.disconnect();
    chart?.dispose();
  });
}
