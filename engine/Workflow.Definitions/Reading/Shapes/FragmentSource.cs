using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>One edition of a fragment as it was read.</summary>
internal sealed record FragmentSource(string Id, PeriodInForce InForce, MapSyntax Root)
{
    /// <summary>What a use may or must give, by name.</summary>
    public IEnumerable<MapEntry> Parameters => Root["parameters"] is MapSyntax map ? map.Entries : [];
}
