using System.Diagnostics;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Wording;

/// <summary>Problems in words.</summary>
public static class SaidProblem
{
    extension(Problem problem)
    {
        /// <summary>The problem in Chinese, with its place.</summary>
        public string Chinese => problem.Line(Language.Zh);

        /// <summary>The problem in English, with its place.</summary>
        public string English => problem.Line(Language.En);

        /// <summary>Returns <c>file:line:column severity code sentence hint</c>.</summary>
        public string Line(Language language) => $"{problem.At} {problem.Severity.In(language)} {problem.Code} {problem.In(language)}";

        /// <summary>Returns sentence and hint; of a value that was passed to a fragment the sentence is followed by where it is used.</summary>
        public Said In(Language language)
        {
            var said = MessageTable.Shipped.Say(problem.Message, language);
            if (problem.At.UsedAt is not { } used)
                return said;
            var where = MessageTable.Shipped.Say(new Message("problem.used_at", ("place", used.ToString())), language);
            return said with { Sentence = new Said(said.Sentence, where.Sentence).ToString() };
        }
    }

    extension(Severity severity)
    {
        /// <summary>The severity as a line shows it: 错误 or 警告, <c>error</c> or <c>warning</c>.</summary>
        public string In(Language language) => MessageTable.Shipped.Say(severity.Word, language).Sentence;

        /// <summary>The severity as a part of a sentence.</summary>
        public Message Word =>
            severity switch
            {
                Severity.Error => new Message("severity.error"),
                Severity.Warning => new Message("severity.warning"),
                _ => throw new UnreachableException($"No word for {severity}."),
            };
    }
}
