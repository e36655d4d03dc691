import type { Language } from '../../../shared/language.ts';

type Said = readonly [en: string, fa: string];

// What the API calls something, as people say it. What is not here is shown as the API has it.
const terms: Record<string, Record<string, Said>> = {
  type: {
    'lost-card': ['Lost card', 'کارت گم‌شده'],
    'suspicious-payment': ['Suspicious payment', 'پرداخت مشکوک'],
    complaint: ['Complaint', 'شکایت'],
  },
  standing: {
    open: ['Open', 'باز'],
    closed: ['Closed', 'بسته'],
    cancelled: ['Cancelled', 'لغوشده'],
    merged: ['Merged', 'ادغام‌شده'],
  },
  run: {
    RUNNING: ['Running', 'در جریان'],
    SUCCEEDED: ['Succeeded', 'انجام‌شده'],
    FAILED: ['Failed', 'ناموفق'],
    TIMED_OUT: ['Timed out', 'مهلت گذشته'],
    ABORTED: ['Stopped', 'متوقف‌شده'],
    PENDING_REDRIVE: ['About to go on', 'در آستانه ادامه'],
  },
  machine: {
    case: ['Case', 'پرونده'],
    complaint: ['Complaint', 'شکایت'],
    investigation: ['Investigation', 'رسیدگی تخصصی'],
    survey: ['Survey', 'نظرسنجی'],
    campaign: ['Campaign', 'کارزار'],
  },
  priority: {
    low: ['Low', 'کم'],
    normal: ['Normal', 'عادی'],
    high: ['High', 'زیاد'],
    urgent: ['Urgent', 'فوری'],
  },
  resolution: {
    resolved: ['resolved', 'حل شد'],
    'fraud-confirmed': ['fraud confirmed', 'کلاهبرداری تأیید شد'],
    'no-fraud-found': ['no fraud found', 'کلاهبرداری یافت نشد'],
    'customer-withdrew': ['customer withdrew', 'مشتری منصرف شد'],
    'no-answer': ['no answer', 'بی‌پاسخ'],
    'complaint-upheld': ['complaint upheld', 'شکایت پذیرفته شد'],
    'complaint-partly-upheld': ['partly upheld', 'تا حدی پذیرفته شد'],
    'complaint-rejected': ['complaint rejected', 'شکایت رد شد'],
  },
  task: {
    triage: ['Triage', 'تصمیم‌گیری نهایی'],
    'fraud-review': ['Fraud review', 'بررسی کلاهبرداری'],
    'dispute-review': ['Dispute review', 'بررسی اعتراض'],
    'complaint-assessment': ['Complaint assessment', 'ارزیابی شکایت'],
    'complaint-investigation': ['Complaint investigation', 'رسیدگی به شکایت'],
    'complaint-response': ['Complaint response', 'پاسخ به شکایت'],
    'failed-step': ['A step that failed', 'گام ناموفق'],
    'follow-up': ['Follow-up', 'پیگیری'],
    'survey-recovery': ['Call after a poor score', 'تماس پس از امتیاز پایین'],
  },
  work: {
    open: ['open', 'باز'],
    claimed: ['claimed', 'پذیرفته‌شده'],
    blocked: ['waits for another', 'در انتظار کار دیگر'],
    completed: ['done', 'انجام‌شده'],
    withdrawn: ['withdrawn', 'پس‌گرفته'],
  },
  clock: {
    'first-response': ['First response', 'پاسخ نخست'],
    'next-response': ['Next response', 'پاسخ بعدی'],
    resolution: ['Resolution', 'حل پرونده'],
    'progress-update': ['Progress update', 'گزارش پیشرفت'],
  },
  ledger: {
    running: ['running', 'در حال شمارش'],
    paused: ['paused', 'متوقف'],
    stopped: ['stopped', 'پایان‌یافته'],
    'out-of-hours': ['out of hours', 'بیرون از ساعت کار'],
    holiday: ['holiday', 'تعطیل'],
    'not-promised': ['not promised', 'بدون تعهد'],
  },
  letter: {
    'accounts-frozen': ['Accounts are frozen', 'حساب‌ها مسدود شد'],
    'case-closed': ['Case closed', 'پرونده بسته شد'],
    'case-cancelled': ['Case cancelled', 'پرونده لغو شد'],
    'case-reopened': ['Case reopened', 'پرونده دوباره باز شد'],
    'waiting-reminder': ['Reminder to the customer', 'یادآوری به مشتری'],
    'complaint-acknowledged': ['Complaint acknowledged', 'دریافت شکایت'],
    'complaint-progress': ['Progress of a complaint', 'پیشرفت شکایت'],
    'survey-invitation': ['Survey', 'نظرسنجی'],
    'survey-reminder': ['Reminder of the survey', 'یادآوری نظرسنجی'],
    'task-reminder': ['Reminder of a task', 'یادآوری کار'],
  },
  mail: {
    sent: ['sent', 'فرستاده شد'],
    'not-sent': ['not sent', 'فرستاده نشد'],
    unconfirmed: ['outcome unknown', 'نامعلوم'],
    'resend-asked': ['goes out again', 'دوباره فرستاده می‌شود'],
    bounced: ['came back', 'برگشت خورد'],
    'complained-about': ['reported as unwanted', 'ناخواسته گزارش شد'],
  },
  unexplained: {
    'run-missing': ['had no run', 'اجرایی نداشت'],
    'run-ended': ['its run had ended', 'اجرای آن پایان یافته بود'],
    'run-stuck': ['its run waited for nobody', 'اجرای آن در انتظار هیچ‌کس بود'],
    'run-superseded': ['had a second run', 'اجرای دومی داشت'],
    'run-outlives-case': ['its run outlived it', 'اجرا پس از پرونده مانده بود'],
    'answer-lost': ['an answer to its run was lost', 'پاسخی به اجرا گم شده بود'],
    'not-in-the-lists': ['was missing in a list', 'در فهرستی نبود'],
  },
  repair: {
    'run-started': ['a run was started', 'اجرایی آغاز شد'],
    'person-asked': ['a person was asked', 'از همکاری پرسیده شد'],
    'run-answered': ['the run was answered', 'به اجرا پاسخ داده شد'],
    'run-stopped': ['the run was stopped', 'اجرا متوقف شد'],
    'lists-repaired': ['the list was repaired', 'فهرست درست شد'],
  },
};

/** How people call what the API calls `value`. */
export const termIn = (language: Language) => (kind: string, value: string | undefined) => {
  const said = terms[kind]?.[value ?? ''];
  return said ? said[language === 'fa' ? 1 : 0] : (value ?? '');
};
