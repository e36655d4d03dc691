import type { Language } from '../../../shared/language.ts';

/** What an operator may do: what the button says, what will happen, and that it did. */
type Act = { act: string; why: string; will: string; done: string };
type ActWords = {
  yes: string;
  no: string;
  refused: string;
  only: string;
  onlyColleagues: string;
  retry: Act;
  restart: Act;
  handled: Act;
  resend: Act;
};

export const actWords: Record<Language, ActWords> = {
  en: {
    yes: 'Yes, do it',
    no: 'Not now',
    refused: 'It was not done',
    only: 'A manager or an administrator may do this.',
    onlyColleagues: 'You look on; whoever works on tasks may do this.',
    retry: {
      act: 'Try the step again',
      why: 'A step failed for good, and its run waits for somebody to say how to go on.',
      will: 'The run tries the step again from the start. What it had done already it does not do twice. If it fails again, it asks again.',
      done: 'The run was told to try again.',
    },
    restart: {
      act: 'Start a new run',
      why: 'The run of this case ended before the case did.',
      will: 'A new run goes on from the history of the case, with the workflow of today. What was done already is not done twice. The old run stays as it is, to be looked at.',
      done: 'A new run is on its way.',
    },
    handled: {
      act: 'It was done by hand',
      why: '',
      will: 'The step is taken as done, and the run goes on after it. Say so only if it has really been done: nobody will do it again.',
      done: 'The run was told that it was done by hand.',
    },
    resend: {
      act: 'Send it again',
      why: 'This mail was tried, and whether it went out nobody knows.',
      will: 'The mail goes out again, to the address that is known of the reader today. They may get it twice. That you asked for it is recorded.',
      done: 'The mail goes out again.',
    },
  },
  fa: {
    yes: 'بله، انجام شود',
    no: 'فعلاً نه',
    refused: 'انجام نشد',
    only: 'این کار با مدیر گروه یا مدیر سامانه است.',
    onlyColleagues: 'شما ناظر هستید؛ این کار با همکاران رسیدگی است.',
    retry: {
      act: 'تلاش دوباره گام',
      why: 'گامی برای همیشه ناموفق ماند و اجرای آن منتظر است کسی بگوید چگونه ادامه دهد.',
      will: 'اجرا این گام را از نو می‌آزماید. آنچه پیش‌تر انجام شده دوباره انجام نمی‌شود. اگر باز ناموفق شود، باز می‌پرسد.',
      done: 'به اجرا گفته شد دوباره تلاش کند.',
    },
    restart: {
      act: 'آغاز اجرای تازه',
      why: 'اجرای این پرونده پیش از خود پرونده پایان یافت.',
      will: 'اجرایی تازه، با روند کار امروز، از تاریخچه پرونده ادامه می‌دهد. آنچه انجام شده دوباره انجام نمی‌شود. اجرای پیشین برای بررسی می‌ماند.',
      done: 'اجرای تازه در راه است.',
    },
    handled: {
      act: 'دستی انجام شد',
      why: '',
      will: 'این گام انجام‌شده شمرده می‌شود و اجرا پس از آن ادامه می‌یابد. تنها اگر به‌راستی انجام شده است بگویید؛ دیگر کسی آن را انجام نمی‌دهد.',
      done: 'به اجرا گفته شد که دستی انجام شده است.',
    },
    resend: {
      act: 'ارسال دوباره',
      why: 'ارسال این نامه آزموده شد و کسی نمی‌داند رسیده است یا نه.',
      will: 'نامه دوباره به نشانی امروز گیرنده فرستاده می‌شود. شاید دو بار به دست او برسد. درخواست شما ثبت می‌شود.',
      done: 'نامه دوباره فرستاده می‌شود.',
    },
  },
};
