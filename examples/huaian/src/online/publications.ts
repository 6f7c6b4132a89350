import type { PublicationsOf } from '@redress/petition'

/**
 * What the petition offices publish (信访工作条例 2022 Art. 18 ¶1). Invented, with the national sites and number; one office has forgotten
 * something.
 */
export const publications: PublicationsOf = (unit) => {
  if (!unit.endsWith('/petition')) return undefined
  return {
    onlineChannels: [
      { zh: '国家信访局网上信访', en: 'National petition site', url: 'https://wsxf.gjxfj.gov.cn' },
    ],
    postalAddress: [{ zh: '来信请寄本级信访局', en: 'By letter to this petition office' }],
    phones: [{ zh: '12345热线', en: 'Hotline 12345' }],
    receptionTimes: [{ zh: '工作日 8:30–12:00、14:00–17:30', en: 'Working days 8:30–12:00, 14:00–17:30' }],
    receptionPlaces: [{ zh: '本级联合接访中心', en: 'The joint reception centre of this office' }],
    howToQuery: [{ zh: '凭查询码网上或者到窗口查询', en: 'By query code, online or at a window' }],
    rules: [{ zh: '信访工作条例', en: 'Regulation on Petition Work' }],
    ...(unit === 'huaian/jinhu/petition'
      ? {}
      : { procedure: [{ zh: '信访事项办理流程图', en: 'Chart of the procedure' }] }),
  }
}
