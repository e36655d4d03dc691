import type { Language } from '../../shared/language.ts';

/** A page that only says something. */
export type Notice = { title: string; sentences: string[] };

type NoticeWords = {
  thankYou: Notice;
  alreadyAnswered: Notice;
  expired(until: string): Notice;
  unknownLink: Notice;
  somethingWentWrong: Notice;
};

export const noticeWords: Record<Language, NoticeWords> = {
  en: {
    thankYou: {
      title: 'Thank you',
      sentences: ['Your answer has been recorded. It helps us to do better.', 'You can close this page now.'],
    },
    alreadyAnswered: {
      title: 'We already have your answer',
      sentences: ['This survey has been answered, and the answer is safe with us. Thank you for your time.'],
    },
    expired: (until) => ({
      title: 'This survey has ended',
      sentences: [
        `It was open until ${until}. We are sorry that you found it closed.`,
        'If something about your case is still on your mind, please contact us as you usually do.',
      ],
    }),
    unknownLink: {
      title: 'We cannot find this survey',
      sentences: [
        'The link may have been cut off when it was copied. Please open it again from our message to you.',
        'You have done nothing wrong.',
      ],
    },
    somethingWentWrong: {
      title: 'Something went wrong on our side',
      sentences: ['We are sorry. Please try again in a few minutes; your link stays valid.'],
    },
  },
  fa: {
    thankYou: {
      title: 'سپاسگزاریم',
      sentences: ['پاسخ شما ثبت شد و به ما کمک می‌کند بهتر شویم.', 'اکنون می‌توانید این صفحه را ببندید.'],
    },
    alreadyAnswered: {
      title: 'پاسخ شما پیش‌تر ثبت شده است',
      sentences: ['به این نظرسنجی پاسخ داده شده و پاسخ نزد ما محفوظ است. از وقتی که گذاشتید سپاسگزاریم.'],
    },
    expired: (until) => ({
      title: 'مهلت این نظرسنجی به پایان رسیده است',
      sentences: [
        `این نظرسنجی تا ${until} باز بود. متأسفیم که دیگر امکان پاسخ دادن به آن نیست.`,
        'اگر هنوز نکته‌ای درباره پرونده‌تان دارید، لطفاً از راه همیشگی با ما تماس بگیرید.',
      ],
    }),
    unknownLink: {
      title: 'این نظرسنجی پیدا نشد',
      sentences: [
        'شاید نشانی هنگام رونوشت‌برداری ناقص شده باشد. لطفاً آن را دوباره از پیام ما باز کنید.',
        'شما اشتباهی نکرده‌اید.',
      ],
    },
    somethingWentWrong: {
      title: 'از سوی ما مشکلی پیش آمد',
      sentences: ['پوزش می‌خواهیم. لطفاً چند دقیقه دیگر دوباره تلاش کنید؛ پیوند شما همچنان معتبر است.'],
    },
  },
};
