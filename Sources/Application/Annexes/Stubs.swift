enum FinancesEcran {}
enum CapitalisationEcran {}
enum PageDuCAEcran {}
