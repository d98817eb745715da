<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${text("goodbye.done", {"address": head.reader, "sender": sender.name})}

${text("goodbye.back")}
<@mail.label text("goodbye.link") returnUrl/>
<@mail.rule/>
<@mail.footer sender/>
