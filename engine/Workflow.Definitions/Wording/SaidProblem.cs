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
        public string Line(Language language) => $"{problem.At} {problem.Weight} {problem.Code} {problem.In(language)}";

        /// <summary>Returns sentence and hint; of a value that was passed to a fragment the sentence is followed by where it is used.</summary>
        public Said In(Language language)
        {
            var said = MessageTable.Shipped.Say(problem.Message, language);
            if (problem.At.UsedAt is not { } used) return said;
            var where = MessageTable.Shipped.Say(new Message("problem.used_at", ("place", used.ToString())), language);
            return said with { Sentence = new Said(said.Sentence, where.Sentence).ToString() };
        }
    }
}
