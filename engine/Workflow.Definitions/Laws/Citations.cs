using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Laws;

/// <summary>What a definition cites.</summary>
internal static class Citations
{
    /// <summary>Returns every citation of a definition once, those of the whole process first; internal rules too.</summary>
    public static IEnumerable<LegalBasis> Of(ProcessDefinition definition) =>
        definition
            .Basis.Concat(DefinedClocks.All(definition).Select(c => c.Basis))
            .Concat(DefinedClocks.All(definition).SelectMany(c => c.Limits).Select(l => l.Basis).OfType<LegalBasis>())
            .Concat(DefinedClocks.All(definition).Select(c => c.LongRest?.Basis).OfType<LegalBasis>())
            .Concat(definition.Documents.Select(d => d.Basis).OfType<LegalBasis>())
            .Concat(Outline.All(definition).SelectMany(Outline.Bodies).Select(b => b.Basis).OfType<LegalBasis>())
            .Concat(definition.Fees.Select(f => f.Basis))
            .Distinct();
}
