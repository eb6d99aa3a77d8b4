/** Passwords of twelve and more characters that attackers try first, in small letters. */
const long = `
q1w2e3r4t5y6 1qaz2wsx3edc 1q2w3e4r5t6y qwerty123456 123qweasdzxc 123456qwerty megaparol12345 telechargement
qazwsxedcrfv 1q2w3e4r5t6y7u8i9o0p qwertyqwerty justinbieber qweasdzxc123 zxcvbnm,./ qwertyuiop[] qazwsxedc123
password1234 international temppassword 1q2w3e4r5t6y7u professional qwertyuiop123 qwerasdfzxcv leavemealone
finalfantasy 123456789abc administrator 123qwe123qwe zxcasdqwe123 jamesbond007 asdfghjkl123 ichliebedich
playstation3 123456789qwe sonyericsson 1qazxsw23edc linkedin2011 1q2w3e4r5t6y7u8i ihatethisgame 123456789asd
seniseviyorum onedirection transformers 1q2w3e4r5t6y7u8i9o supernatural gfhjkmgfhjkm sonnenschein password12345
peanutbutter 1qaz2wsx3edc4rfv qwertyuiop12 needforspeed 1234567890-= lovelovelove liverpool123 playstation2
gettherefast internazionale abc123456789 ingodwetrust qwertyasdfgh christopher1 1234567890qwertyuiop jesuslovesme
avrillavigne ilovemyfamily counterstrike stratocaster qwertyytrewq 123admin321a 123456789qwerty googletester
qazwsxedcrfvtgb q1w2e3r4t5y6u7i8o9p0 qazxswedcvfr password123456 123456789qaz starwarsfan10 hannahmontana
neworleans12345 cookiemonster qwerty123456789 ghbdtnrfrltkf kartoffelpuffer edwardcullen qwe123qwe123 cosmopolitan
michaeljackson zaq1xsw2cde3 minecraft123 moderncombat przyjaciolki residentevil manchesterunited sebastian106
fallen_angel passwordpassword password123456789 administrator123 adminadminadmin changemechangeme changeme12345
letmeinletmein welcomewelcome trustno1trustno1 correcthorsebatterystaple thequickbrownfox iloveyouforever
iloveyousomuch thisismypassword mypasswordismypassword idontknowmypassword nevergonnagiveyouup maytheforcebewithyou
tobeornottobe
`;

/** Words that common passwords are put together from, the words of this product and its office among them. */
const pieces = `
password iloveyou monkey dragon qazwsx princess computer ashley michael football sunshine daniel shadow superman
jessica baseball master charlie soccer jordan thomas status michelle liverpool nicole lovely andrew joshua anthony
justin hello jennifer naruto tigger hunter welcome babygirl pokemon robert parola secret loveme purple mother apple
qazwsxedc matthew buster andrea hannah basketball freedom chelsea george friends william samantha amanda golfer
summer chocolate flower maggie letmein pakistan batman butterfly marina forever mustang internet alexander london
harley pepper family whatever joseph loveyou jasmine orange cookie junior qweasdzxc martin google ginger patrick
arsenal mylove starwars taylor brandon angel diamond snoopy myspace matrix mickey jonathan school melissa eminem
lovers cheese richard yellow nikita oliver bailey christian sophie mercedes victoria peanut benjamin sandra
elizabeth prince banana angels angela samuel barcelona hockey monster nathan chicken carlos antonio gabriel silver
bubbles slipknot jackson morgan austin rainbow madison natasha vanessa metallica adidas america jesus spiderman
alexis lauren ferrari steven tinkerbell qwaszx nirvana bandit nicholas danielle scooter destiny juventus rachel
qazxsw monica stella yamaha victor ronaldo smokey cocacola money heather success november jasper edward tennis
valentina friend sweety nothing chester casper hellokitty david alexandra canada olivia december sabrina dennis
dakota patricia playboy barbie johnny music nicolas pretty charles phoenix thunder rebecca beautiful spider carolina
vincent jeremy yankees dallas sebastian cameron midnight guitar caroline elephant scorpion dolphin tweety louise
lovelove veronica sparky adrian newyork september scooby heaven tigers jessie crystal chris gemini peaches merlin
spongebob stephanie shannon james sakura apples precious lakers sergey poohbear manchester jackie cristina daniela
muffin cooper cherry flowers diablo beauty mexico emmanuel winston maverick genius toyota tiffany charlotte creative
winner onelove badboy softball brittany murphy sayang compaq manuel kristina scorpio garfield carmen stalker brandy
steelers claudia rabbit isabella august october boomer dexter samson kimberly angelo popcorn ranger cowboys happy
passion shorty christ snickers albert soleil blessed krishna admin user login pass office monitor planner reviewer
viewer contributor indicator strategy strategic bureau review annual january february march april june july monday
tuesday wednesday thursday friday saturday sunday spring autumn trustno
functional fbs performance dashboard tipoffice state department trafficking persons human combat government
plan goal objective linkage target
`;

/** Keys and letters in the order in which fingers walk them. */
export const walks: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  'azertyuiop',
  'qwertzuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujm',
  '!@#$%^&*()_+',
];

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** Longest first, so that none is taken apart by a shorter one in it. */
const byLength = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

export const commonPasswords = (): ReadonlySet<string> => new Set(wordsOf(long));
export const commonPieces = (): readonly string[] => byLength(wordsOf(pieces));
