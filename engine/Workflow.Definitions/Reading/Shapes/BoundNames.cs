using Workflow.Definitions.Expressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>The names of the bound of a day: <c>today</c> beside all others.</summary>
internal sealed class BoundNames(INames others) : INames
{
    private const string Word = "today";

    public Typed? Find(NameTerm name) =>
        name.Text == Word ? new Typed(name, new ActDay(), ValueKind.Date, Things.Quoted(Word)) : others.Find(name);

    public IEnumerable<string> Known(NameTerm name) => name.Parts.Count == 1 ? others.Known(name).Append(Word) : others.Known(name);

    public Message? Fault(NameTerm name) => others.Fault(name);
}
