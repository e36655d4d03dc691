import type { Language } from '../../shared/language.ts';

/** A page that only says something. */
export type Notice = { title: string; sentences: string[] };

type NoticeWords = {
  thankYou(until: string): Notice;
  keptLate(until: string): Notice;
  thankYouAnonymously: Notice;
  alreadyCounted: Notice;
  unsubscribe: Notice;
  noMoreSurveys: Notice;
  expired(until: string): Notice;
  unknownLink: Notice;
  somethingWentWrong: Notice;
};

export const noticeWords: Record<Language, NoticeWords> = {
  en: {
    thankYou: (until) => ({
      title: 'Thank you',
      sentences: [
        'Your answer has been recorded. It helps us to do better.',
        `You can change it until ${until} with the same link, or simply close this page now.`,
      ],
    }),
    keptLate: (until) => ({
      title: 'Thank you, even so',
      sentences: [
        `This survey was open until ${until}, so your answer no longer counts in our figures.`,
        'We have kept it, and whoever is responsible can read it.',
      ],
    }),
    thankYouAnonymously: {
      title: 'Thank you',
      sentences: [
        'Your answer is counted, and nothing leads from it to you. We have noted only that you took part.',
        'It cannot be shown or changed any more, by you or by us. You can simply close this page now.',
      ],
    },
    alreadyCounted: {
      title: 'You have taken part already',
      sentences: [
        'This survey is anonymous: we know that you answered, and not what. So your answer cannot be shown or changed.',
        'There is nothing more to do. Thank you for taking part.',
      ],
    },
    unsubscribe: {
      title: 'No more surveys?',
      sentences: [
        'We will not ask you for your opinion again, by any survey. What we have to tell you about your cases still reaches you.',
      ],
    },
    noMoreSurveys: {
      title: 'You will get no more surveys',
      sentences: ['It is done. If you change your mind, please tell us as you usually reach us.'],
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
    thankYou: (until) => ({
      title: 'سپاسگزاریم',
      sentences: [
        'پاسخ شما ثبت شد و به ما کمک می‌کند بهتر شویم.',
        `تا ${until} می‌توانید آن را با همین پیوند تغییر دهید، یا همین حالا صفحه را ببندید.`,
      ],
    }),
    keptLate: (until) => ({
      title: 'با این همه سپاسگزاریم',
      sentences: [
        `این نظرسنجی تا ${until} باز بود و پاسخ شما دیگر در آمار ما به حساب نمی‌آید.`,
        'با این حال آن را نگه داشته‌ایم و مسئول مربوطه می‌تواند آن را بخواند.',
      ],
    }),
    thankYouAnonymously: {
      title: 'سپاسگزاریم',
      sentences: [
        'پاسخ شما شمرده شد و هیچ چیز از آن به شما نمی‌رسد. تنها یادداشت کردیم که شرکت کرده‌اید.',
        'این پاسخ دیگر نه برای شما و نه برای ما دیدنی یا تغییرپذیر است. می‌توانید همین حالا صفحه را ببندید.',
      ],
    },
    alreadyCounted: {
      title: 'شما پیش‌تر شرکت کرده‌اید',
      sentences: [
        'این نظرسنجی بی‌نام است: می‌دانیم که پاسخ داده‌اید، نه اینکه چه گفته‌اید. پس پاسخ شما را نمی‌توان نشان داد یا تغییر داد.',
        'کار دیگری لازم نیست. از شرکت شما سپاسگزاریم.',
      ],
    },
    unsubscribe: {
      title: 'دیگر نظرسنجی نمی‌خواهید؟',
      sentences: ['دیگر در هیچ نظرسنجی از شما نمی‌پرسیم. آنچه درباره پرونده‌هایتان باید بدانید همچنان به شما می‌رسد.'],
    },
    noMoreSurveys: {
      title: 'دیگر نظرسنجی دریافت نمی‌کنید',
      sentences: ['انجام شد. اگر نظرتان تغییر کرد، لطفاً از راه همیشگی به ما بگویید.'],
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
