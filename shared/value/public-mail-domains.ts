// Domains at which anybody can have a mailbox: two people who share one share nothing else, so it never says
// that they belong to the same company. A house list of the widely used ones, written from general knowledge.

const PUBLIC_MAIL_DOMAINS = new Set(
  (
    "gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp hotmail.com " +
    "hotmail.co.uk hotmail.de hotmail.fr hotmail.es hotmail.it hotmail.nl hotmail.be live.com live.co.uk live.de " +
    "live.fr live.nl live.be live.it live.se live.dk live.no live.com.au msn.com passport.com yahoo.com " +
    "yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.co.in yahoo.co.jp yahoo.com.au yahoo.com.br " +
    "ymail.com rocketmail.com aol.com aol.de aim.com icloud.com me.com mac.com proton.me protonmail.com " +
    "protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com fastmail.com fastmail.fm hey.com zoho.com " +
    "zohomail.com zohomail.eu mail.com email.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de " +
    "freenet.de arcor.de posteo.de mailbox.org 1und1.de bluewin.ch hispeed.ch sunrise.ch aon.at chello.at " +
    "chello.nl ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl xs4all.nl upcmail.nl telenet.be skynet.be " +
    "proximus.be orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it alice.it " +
    "tin.it tiscali.it email.it telefonica.net sapo.pt btinternet.com sky.com virginmedia.com talktalk.net " +
    "ntlworld.com blueyonder.co.uk eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net " +
    "charter.net earthlink.net juno.com optonline.net shaw.ca rogers.com sympatico.ca telus.net bigpond.com " +
    "optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br yandex.com yandex.ru ya.ru mail.ru inbox.ru " +
    "list.ru bk.ru rambler.ru ukr.net wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz email.cz azet.sk " +
    "freemail.hu citromail.hu abv.bg mail.bg telia.com comhem.se online.no mail.dk jubii.dk kolumbus.fi " +
    "rediffmail.com qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com aliyun.com naver.com daum.net " +
    "hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com walla.co.il duck.com relay.firefox.com " +
    "mailinator.com"
  ).split(" "),
);

/**
 * Whether anybody can have a mailbox at the domain, so that it names no company.
 *
 * @example
 * isPublicMailDomain("gmail.com") //=> true
 * isPublicMailDomain("example.org") //=> false
 */
export function isPublicMailDomain(domain: string): boolean {
  return PUBLIC_MAIL_DOMAINS.has(domain.trim().toLowerCase());
}
