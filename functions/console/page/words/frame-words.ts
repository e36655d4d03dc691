import type { Language } from '../../../shared/language.ts';

type FrameWords = {
  console: string;
  skip: string;
  sections: string;
  cases: string;
  runs: string;
  stuck: string;
  otherLanguage: string;
  signIn: string;
  signInWhy: string;
  signingIn: string;
  signOut: string;
  signInFailed: string;
  tryAgain: string;
  notForYou: string;
  notForYouWhy: (name: string, roles: string) => string;
  noConsole: string;
  loading: string;
  notNow: string;
  notAllowed: string;
  notThere: string;
  copied: string;
  copy: (what: string) => string;
};

export const frameWords: Record<Language, FrameWords> = {
  en: {
    console: 'Console',
    skip: 'To the content',
    sections: 'Sections',
    cases: 'Cases',
    runs: 'Runs',
    stuck: 'Stuck',
    otherLanguage: 'فارسی',
    signIn: 'Sign in',
    signInWhy: 'Cases, their runs and what needs a hand. For colleagues.',
    signingIn: 'Signing you in …',
    signOut: 'Sign out',
    signInFailed: 'Signing in did not work',
    tryAgain: 'Try again',
    notForYou: 'This console is for colleagues',
    notForYouWhy: (name, roles) =>
      `You are signed in as ${name}${roles && ` (${roles})`}, which does not open it. If it should, ask an administrator for a role.`,
    noConsole: 'Nobody can sign in here: this stage names no client for the console.',
    loading: 'Loading …',
    notNow: 'The service does not answer right now. What you see may be old; we keep asking.',
    notAllowed: 'Your role does not see this.',
    notThere: 'There is nothing here.',
    copied: 'Copied',
    copy: (what) => `Copy ${what}`,
  },
  fa: {
    console: 'میز کار',
    skip: 'رفتن به محتوا',
    sections: 'بخش‌ها',
    cases: 'پرونده‌ها',
    runs: 'اجراها',
    stuck: 'مانده‌ها',
    otherLanguage: 'English',
    signIn: 'ورود',
    signInWhy: 'پرونده‌ها، اجرای آن‌ها و آنچه به کمک نیاز دارد. ویژه همکاران.',
    signingIn: 'در حال ورود …',
    signOut: 'خروج',
    signInFailed: 'ورود انجام نشد',
    tryAgain: 'تلاش دوباره',
    notForYou: 'این میز کار ویژه همکاران است',
    notForYouWhy: (name, roles) =>
      `شما با نام ${name}${roles && ` (${roles})`} وارد شده‌اید که به این صفحه دسترسی ندارد. اگر باید داشته باشد، از مدیر سامانه نقش بخواهید.`,
    noConsole: 'اینجا کسی نمی‌تواند وارد شود؛ برای این استقرار کارخواهی تعریف نشده است.',
    loading: 'در حال بارگذاری …',
    notNow: 'سامانه اکنون پاسخ نمی‌دهد. شاید آنچه می‌بینید قدیمی باشد؛ همچنان می‌پرسیم.',
    notAllowed: 'نقش شما به این بخش دسترسی ندارد.',
    notThere: 'چیزی اینجا نیست.',
    copied: 'رونوشت شد',
    copy: (what) => `رونوشت ${what}`,
  },
};
