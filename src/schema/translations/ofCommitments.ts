import type { Translations } from './translations.ts'

/** Commitments and who handles them, in French and Dutch. */
export const ofCommitments: Translations = {
  'One undertaking in a published text; a paragraph may hold several.': {
    FR: 'Un engagement pris dans un texte publié ; un paragraphe peut en contenir plusieurs.',
    NL: 'Eén verbintenis in een gepubliceerde tekst; een alinea kan er meer dan één bevatten.',
  },
  'The undertaking as written.': { FR: 'L’engagement tel qu’il est écrit.', NL: 'De verbintenis zoals geschreven.' },
  'The words that commit, as written.': {
    FR: 'Les mots qui engagent, tels qu’ils sont écrits.',
    NL: 'De woorden die binden, zoals geschreven.',
  },
  'How firmly the words bind.': { FR: 'La force avec laquelle les mots engagent.', NL: 'Hoe sterk de woorden binden.' },
  'A firm undertaking to do it.': { FR: 'Engagement ferme de le faire.', NL: 'Vaste verbintenis om het te doen.' },
  'To go on with what is done already.': { FR: 'Poursuivre ce qui se fait déjà.', NL: 'Voortzetten wat al gebeurt.' },
  'To work towards it.': { FR: 'Œuvrer en ce sens.', NL: 'Ernaar streven.' },
  'To reflect on it.': { FR: 'Y réfléchir.', NL: 'Erover nadenken.' },
  'To support what others do.': { FR: 'Soutenir l’action d’autrui.', NL: 'Steunen wat anderen doen.' },
  'A call on others to act; no duty of the speaker.': {
    FR: 'Appel à l’action d’autrui ; n’oblige pas celui qui parle.',
    NL: 'Oproep aan anderen om te handelen; verplicht de spreker tot niets.',
  },
  'Whether it can be decided from its words whether it was done.': {
    FR: 'Ses termes permettent-ils d’établir s’il a été tenu ?',
    NL: 'Laten de woorden toe vast te stellen of de verbintenis is nagekomen?',
  },
  'The last day by which it is to be done.': {
    FR: 'Le dernier jour pour le faire.',
    NL: 'De laatste dag waarop het gedaan moet zijn.',
  },
  'The words of the deadline.': { FR: 'Les mots qui fixent l’échéance.', NL: 'De woorden die de termijn bepalen.' },
  'What is undertaken, in one sentence.': { FR: 'Ce qui est promis, en une phrase.', NL: 'Wat wordt toegezegd, in één zin.' },
  'What editors have finished coding of it: what is missing there is not known, elsewhere only not coded yet.': {
    FR: 'Ce que les éditeurs ont fini d’encoder : ce qui y manque est inconnu, ailleurs seulement pas encore encodé.',
    NL: 'Wat de redacteurs volledig hebben gecodeerd: wat daar ontbreekt is niet bekend, elders alleen nog niet gecodeerd.',
  },
  'Who handles it.': { FR: 'Qui en est chargé.', NL: 'Wie ermee belast is.' },
  'The law on which it rests.': { FR: 'Le droit sur lequel il repose.', NL: 'Het recht waarop ze berust.' },
  'What became of it.': { FR: 'Les suites données.', NL: 'Wat ervan geworden is.' },
  'How far it has come on the date asked for, by the latest report that says so.': {
    FR: 'L’avancement à la date demandée, selon le dernier rapport qui en fait état.',
    NL: 'Hoe ver de uitvoering staat op de gevraagde datum, volgens het laatste verslag dat er iets over zegt.',
  },
  'Nothing shows that it was begun.': {
    FR: 'Rien ne montre que la mise en œuvre ait commencé.',
    NL: 'Niets wijst erop dat de uitvoering is begonnen.',
  },
  'It was begun.': { FR: 'La mise en œuvre a commencé.', NL: 'De uitvoering is begonnen.' },
  'What was promised was done.': { FR: 'Ce qui était promis a été fait.', NL: 'Wat beloofd was, is gedaan.' },
  'It was begun and has stopped.': {
    FR: 'La mise en œuvre a commencé puis s’est arrêtée.',
    NL: 'De uitvoering is begonnen en daarna stilgevallen.',
  },
  'It was given up.': { FR: 'L’engagement a été abandonné.', NL: 'De verbintenis is opgegeven.' },
  'Another commitment took its place.': {
    FR: 'Un autre engagement l’a remplacé.',
    NL: 'Een andere verbintenis kwam in de plaats.',
  },
  'Whether it was fulfilled, by the latest report that says so.': {
    FR: 'L’engagement a-t-il été tenu, selon le dernier rapport qui en juge ?',
    NL: 'Of de verbintenis is nagekomen, volgens het laatste verslag dat daarover oordeelt.',
  },
  'It was fulfilled.': { FR: 'L’engagement a été tenu.', NL: 'De verbintenis is nagekomen.' },
  'It was fulfilled in part.': { FR: 'L’engagement a été tenu en partie.', NL: 'De verbintenis is deels nagekomen.' },
  'It was not fulfilled.': { FR: 'L’engagement n’a pas été tenu.', NL: 'De verbintenis is niet nagekomen.' },
  'Evidence was looked for and not found.': {
    FR: 'Des preuves ont été recherchées, sans résultat.',
    NL: 'Er is naar bewijs gezocht, maar niets gevonden.',
  },
  'Its words do not allow a judgement.': {
    FR: 'Ses termes ne permettent pas d’en juger.',
    NL: 'De woorden laten geen oordeel toe.',
  },
  'Nobody has assessed it yet.': { FR: 'Personne ne l’a encore évalué.', NL: 'Niemand heeft het al beoordeeld.' },
  'How it stands to its deadline on the date asked for.': {
    FR: 'Où en est l’engagement par rapport à son échéance, à la date demandée.',
    NL: 'Hoe de verbintenis er op de gevraagde datum voor staat ten opzichte van de termijn.',
  },
  'The text sets none.': { FR: 'Le texte n’en fixe pas.', NL: 'De tekst bepaalt er geen.' },
  'The deadline is still to come and nothing was delivered.': {
    FR: 'L’échéance n’est pas encore atteinte et rien n’a été réalisé.',
    NL: 'De termijn loopt nog en er is niets gerealiseerd.',
  },
  'Delivered by the deadline.': { FR: 'Réalisé dans le délai.', NL: 'Gerealiseerd binnen de termijn.' },
  'Delivered after the deadline.': { FR: 'Réalisé après l’échéance.', NL: 'Gerealiseerd na het verstrijken van de termijn.' },
  'The deadline has passed and no evidence shows delivery.': {
    FR: 'L’échéance est passée et rien ne prouve la réalisation.',
    NL: 'De termijn is verstreken en niets toont aan dat het gerealiseerd is.',
  },
  'The passages that hold its words.': {
    FR: 'Les passages qui en contiennent les mots.',
    NL: 'De passages waarin de woorden staan.',
  },
  'Who made the commitment.': { FR: 'Qui a pris l’engagement.', NL: 'Wie de verbintenis aanging.' },
  'As what it makes the commitment.': {
    FR: 'À quel titre l’engagement est pris.',
    NL: 'In welke hoedanigheid de verbintenis wordt aangegaan.',
  },
  'A party to the document.': { FR: 'Partie au document.', NL: 'Partij bij het document.' },
  'A third party with whom it is made.': {
    FR: 'Tiers avec lequel l’engagement est pris.',
    NL: 'Derde met wie de verbintenis wordt aangegaan.',
  },
  'Legal instruments that it rests on, is about, or was carried out by.': {
    FR: 'Les actes juridiques sur lesquels il repose, dont il traite ou qui l’ont mis en œuvre.',
    NL: 'De rechtshandelingen waarop ze berust, waarover ze gaat of die ze hebben uitgevoerd.',
  },
  'Information systems that it is about or was carried out by.': {
    FR: 'Les systèmes d’information dont il traite ou qui l’ont mis en œuvre.',
    NL: 'De informatiesystemen waarover ze gaat of die ze hebben uitgevoerd.',
  },
  'In what respect it is concerned.': { FR: 'À quel égard il est concerné.', NL: 'In welk opzicht het betrokken is.' },
  'What it is about.': { FR: 'Ce dont il traite.', NL: 'Waarover ze gaat.' },
  'The later act or system that carried it out.': {
    FR: 'L’acte ou le système ultérieur qui l’a mis en œuvre.',
    NL: 'De latere handeling of het latere systeem dat ze heeft uitgevoerd.',
  },
  'The earlier event or commitment that it carries on.': {
    FR: 'L’événement ou l’engagement antérieur qu’il prolonge.',
    NL: 'De eerdere gebeurtenis of verbintenis die wordt voortgezet.',
  },
  'Later commitments that carry it on.': {
    FR: 'Les engagements ultérieurs qui le prolongent.',
    NL: 'Latere verbintenissen die erop voortbouwen.',
  },
  'The earlier commitment whose words it repeats.': {
    FR: 'L’engagement antérieur dont il reprend les mots.',
    NL: 'De eerdere verbintenis waarvan ze de woorden herhaalt.',
  },
  'Later commitments that repeat its words.': {
    FR: 'Les engagements ultérieurs qui en reprennent les mots.',
    NL: 'Latere verbintenissen die de woorden herhalen.',
  },
  'The bodies that handle it, each with its role.': {
    FR: 'Les organismes qui en sont chargés, chacun avec son rôle.',
    NL: 'De instanties die ermee belast zijn, elk met haar rol.',
  },
  'What part it has.': { FR: 'Son rôle.', NL: 'De rol ervan.' },
  'Leads the work.': { FR: 'Conduit les travaux.', NL: 'Leidt de werkzaamheden.' },
  'Leads it together with others.': { FR: 'Conduit les travaux avec d’autres.', NL: 'Leidt de werkzaamheden samen met anderen.' },
  'Runs the operation or the system.': {
    FR: 'Exploite le système ou mène l’opération.',
    NL: 'Beheert het systeem of voert de operatie uit.',
  },
  'The body through which it is done ("via").': {
    FR: 'L’organisme par l’intermédiaire duquel on agit (« via »).',
    NL: 'De instantie via welke wordt gehandeld.',
  },
  'Supports it.': { FR: 'Apporte son soutien.', NL: 'Verleent steun.' },
  'Is consulted.': { FR: 'Est consulté.', NL: 'Wordt geraadpleegd.' },
  'Is asked to act.': { FR: 'Est appelé à agir.', NL: 'Wordt gevraagd te handelen.' },
  'Supervises it.': { FR: 'En assure le contrôle.', NL: 'Houdt toezicht.' },
  'The events in response to which it was made.': {
    FR: 'Les événements en réponse auxquels il a été pris.',
    NL: 'De gebeurtenissen waarop ze een antwoord is.',
  },
  'The evidence of what became of it.': {
    FR: 'Les éléments qui attestent les suites données.',
    NL: 'De bewijsstukken van wat ervan geworden is.',
  },
}
