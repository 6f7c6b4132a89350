/** How it came in (信访工作条例 2022 Art. 17; e-mail: 信访条例 2005 Art. 2; hotlines and superiors: practice). */
export type Channel = 'online' | 'letter' | 'phone' | 'fax' | 'visit' | 'email' | 'hotline' | 'superior'
