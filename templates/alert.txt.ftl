<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${text("alert.since", {"moment": since, "timezone": timezone})}
<@mail.heading text("alert.done")/>
${done}
<@mail.heading text("alert.advice")/>
${advice}
<@mail.rule/>
<@mail.footer sender/>
