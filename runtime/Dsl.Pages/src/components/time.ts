// Moments as officers read them.

/** A moment in the time of China, whatever the clock of the reader is set to. */
export const time = (text: string): string => new Date(text).toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
