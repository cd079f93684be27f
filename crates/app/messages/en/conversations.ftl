conversation = Authors and the office
conversations = Conversations
conversations-lead = Questions of authors about dossiers that were handed in, and requests for advice before filing. The longest wait is on top.
conversations-none = Nobody has asked yet. Authors ask on the page of a dossier that they handed in, or ask for advice on the contest's page.
conversations-none-found = No conversation fits. Take the filter away.
conversations-all = Show all
conversations-any = Any state
conversations-taken-any = Anybody
conversations-taken-mine = Taken by me
conversations-own = My conversations
conversations-own-lead = Conversations about your dossiers, and what you asked before filing. Only those who work on the dossier and the office can read them.
conversations-own-none = You have not talked to the office yet. To ask before filing, open the contest's page and choose “Ask before filing”.
conversations-find-contest = Find a contest
conversation-office = Waits for the office
conversation-reopened = Reopened, waits for the office
conversation-author = Answered, waits for the author
conversation-answered = Answered
conversation-settled = Settled
conversation-side-office = The office
conversation-side-author = Author
conversation-you = You
conversation-unread = { $count } new
conversation-new = new
conversation-of = About
conversation-before-filing = Request for advice
conversation-subject = Subject
conversation-subject-help = A few words, for example: May a solution take part that has been applied since 2019?
conversation-since = Since
conversation-said = What was said
conversation-write = Write more
conversation-answer = Answer
conversation-text = Message
conversation-question = Question
conversation-text-help = Plain text, at most 4,000 characters; line breaks are kept. For 15 minutes, while nobody has answered, it can be withdrawn.
conversation-send = Send
conversation-settle = Settled
conversation-mark-read = Mark as read
conversation-withdraw = Withdraw this message
conversation-was-withdrawn = Its writer withdrew this message at { $moment }.
conversation-field = Field of entry
conversation-field-none = Not sure
conversation-taken-head = Who answers
conversation-taken-nobody = Nobody yet
conversation-take = I take it
conversation-take-over = Take it over
conversation-release = Give it back for others
conversation-remarks = Internal remarks
conversation-remarks-help = Only those who run the contest can read them; authors never see them.
conversation-remark = Remark
conversation-remark-save = Save the remark
conversation-lead-author = Ask the office or tell it something about this dossier. Everybody who works on the dossier can read it.
conversation-lead-office = Write to the authors of this dossier. They are told at once.
conversation-go = Conversation
consultation = Ask before filing
consultation-lead = Ask the office for advice before you write or hand in a dossier. Only you and the office can read it.
consultation-send = Send the question
answers = Ready answers
answers-lead = Words that are used often, to choose from when answering. Places to fill in: {"{contest}"} name of the contest, {"{title}"} title of the solution or subject of the question, {"{deadline}"} deadline, {"{number}"} number of the dossier.
answers-none = The contest has no answers of its own yet. Those that come with the system can be chosen when answering.
answer-new = Write a new one
answer-edit = Change
answer-remove = Remove
answer-title = Name
answer-body = Answer
answer-body-help = {"{contest}"}, {"{title}"}, {"{deadline}"} and {"{number}"} can be used.
answer-save = Save
answer-choose = Ready answer
answer-fill = Fill in
answer-ready-received = Question received
answer-ready-received-text =
    Dear Sir or Madam,

    We have received your question about “{ $title }” and are looking into it. You will find our answer here.

    Kind regards
answer-ready-deadline = Deadline for dossiers
answer-ready-deadline-text =
    Dear Sir or Madam,

    { $contest } takes dossiers until { $deadline }. Before that you may correct yours and hand it in again as often as you like; the last time counts.

    Kind regards
answer-ready-papers = Papers are missing
answer-ready-papers-text =
    Dear Sir or Madam,

    Dossier no. { $number } “{ $title }” lacks: ……

    Please hand this in by { $deadline }.

    Kind regards
answer-ready-rules = See the rules
answer-ready-rules-text =
    Dear Sir or Madam,

    What you ask is told in the rules of { $contest }, section ……

    Kind regards
conversation-not-handed-in = This dossier was not handed in yet, so there is no conversation about it. To ask before filing, send a request for advice.
conversation-begun-meanwhile = Somebody has just begun a conversation about this dossier. What you wrote is still below: copy it, open the conversation, read, and send it there.
conversation-newer = Something new was said while you were writing. Read it above, change your text if need be, and send it again; what you wrote is still here.
conversation-taken = { $name } has taken this conversation. To answer instead, choose “Take it over” and send again; what you wrote is still here.
conversation-office-only = This is for those who run the contest.
conversation-too-many = You have sent { $most } messages in an hour, so no more can be sent now. What you wrote is still here: put it together and send it after { $moment }.
conversation-too-many-open = You have { $most } questions about this contest that are not settled. Go on in one of them, or mark as settled what is clear.
conversation-text-missing = Please write something.
conversation-text-too-long = This has { $letters } characters, at most { $longest } are allowed. Shorten it or send two messages.
conversation-subject-missing = Please say in a few words what it is about.
conversation-field-unknown = The contest has no such field. Choose one of the list.
conversation-not-yours = Only its writer can withdraw a message. To put something right, write a new one.
conversation-answered-since = Something was said after this message, so it can no longer be withdrawn. To put something right, write a new one.
conversation-too-late = This message is older than 15 minutes and can no longer be withdrawn. To put something right, write a new one.
conversation-settled-already = This conversation is settled already. To ask more, write a new message: that opens it again.
answer-title-missing = Please give it a name.
answer-place-unknown = Nothing fills in { $place }. Use one of the four places that there are.
answer-not-chosen = This answer is no longer there. Choose another one of the list.
answers-too-many = The contest has { $most } ready answers. Remove one that is not used, then add another.
answer-changed-meanwhile = Somebody else has just changed this answer, so what you typed was not saved. Open it again, look, and change it then.
way-conversation = Open the conversation
way-conversations = Show the conversations
way-consultation = Send a request for advice
notice-conversation-said = Sent.
notice-conversation-asked = Your question was sent. You will be told when there is an answer.
notice-conversation-withdrawn = The message was withdrawn.
notice-conversation-remarked = The internal remark was saved.
notice-conversation-took = You have taken this conversation.
notice-conversation-released = Others can take this conversation now.
notice-conversation-is-settled = Marked as settled.
notice-conversation-read = Marked as read.
notice-answer-saved = The ready answer was saved.
notice-answer-removed = The ready answer was removed.
act-conversation-write = said something in a conversation
act-conversation-remark = made an internal remark on a conversation
act-conversation-withdraw = withdrew a message
act-conversation-settle = settled a conversation
act-conversation-take = took a conversation
act-conversation-release = gave a conversation back
act-conversation-answer = wrote a ready answer
act-conversation-answer-change = changed a ready answer
act-conversation-answer-remove = removed a ready answer
conversations-words = Look in the texts
conversation-files = Files with it
conversation-files-help = Photographs, minutes, drawings. At most 5 files, 15 MB in all. Files of the dossier itself belong on its own page.
conversation-files-too-many = At most 5 files at once. Put them together, or send them one after another.
conversation-files-too-large = The files are larger than 15 MB in all. Make the pictures smaller, or send them one after another.
